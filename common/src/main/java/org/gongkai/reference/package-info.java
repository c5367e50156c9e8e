/** The one door to the files of {@code data/reference}, which travel inside the jar. */
package org.gongkai.reference;
