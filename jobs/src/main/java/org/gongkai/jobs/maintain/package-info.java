/** Housekeeping of a home: what interrupted jobs left and what nobody needs any more goes, and no figure changes. */
package org.gongkai.jobs.maintain;
