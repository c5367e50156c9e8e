/** One report for one pair of eyes: what it is, each value with its line, what was not understood. No Spark. */
package org.gongkai.jobs.inspect;
