/**
 * The statutory forms, their indicators, identities and measures, read from {@code data/reference} into checked
 * records. No label, code or formula of a form stands in Java.
 */
package org.gongkai.catalogue;
