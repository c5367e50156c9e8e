/**
 * Files, archives and records, as they lie in folders and arrive from crawlers, taken apart into submissions.
 *
 * <p>Everything streams: an archive of a million reports is never held, and what cannot be opened is a submission too,
 * with its reason, so that nothing that came in is lost. Nothing is ever written to disk, so a path that climbs out of
 * an archive is only a name.
 */
package org.gongkai.intake;
