/**
 * The yearly summary of a region: what it says is made once, as sections of grids and charts, and written twice, as one
 * page and as one workbook.
 */
package org.gongkai.jobs.summary;
