/** Who reports, where and for which year: regions by year, bodies, titles, scopes, with the evidence kept. */
package org.gongkai.place;
