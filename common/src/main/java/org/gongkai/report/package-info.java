/** The one door: a document in, what it says out. */
package org.gongkai.report;
