/**
 * Tables of the statutory forms in any layout: one {@code Grid} of cells, one reader for list forms, one for matrix
 * forms, both driven by the catalogue.
 */
package org.gongkai.table;
