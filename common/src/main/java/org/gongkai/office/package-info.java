/** PDF and Word files as pages of text or as XHTML: the only room that knows Tika, POI and PDFBox. */
package org.gongkai.office;
