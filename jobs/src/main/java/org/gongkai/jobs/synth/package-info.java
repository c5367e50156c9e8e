/** Invented corpora of any size with their true values, for trials and benchmarks. Plain Java, without Spark. */
package org.gongkai.jobs.synth;
