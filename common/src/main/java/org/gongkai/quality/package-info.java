/** Rules as described values: identities of the forms, prose against table, one year against the next. */
package org.gongkai.quality;
