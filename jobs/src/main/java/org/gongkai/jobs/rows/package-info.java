/** What the rows of any table need on their way to a file: an order, a place among the files, no persons in their words. */
package org.gongkai.jobs.rows;
