/** The Spark session of a job: what it must have, what it has unless somebody knows better, and why. */
package org.gongkai.jobs.session;
