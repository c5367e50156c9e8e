/** What somebody should look at: a rule that a report breaks, with the figures and the place. A finding never changes a figure. */
package org.gongkai.finding;
