/** The words that people read, in Chinese and English: properties files, one a language. */
package org.gongkai.jobs.words;
