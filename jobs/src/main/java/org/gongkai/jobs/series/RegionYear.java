package org.gongkai.jobs.series;

import java.io.Serializable;

/** What a sum over reports is of: a region, a report year and a basis ({@code bodies}, {@code territory}). In the order of years. */
public record RegionYear(String region, int year, String basis) implements Comparable<RegionYear>, Serializable {
    /** A territory as its government publishes it. */
    private static final String TERRITORY = "territory";

    /** The same region and year in the other basis. */
    RegionYear beside() {
        return new RegionYear(region, year, basis.equals(TERRITORY) ? FiledReport.BODIES : TERRITORY);
    }

    @Override
    public int compareTo(RegionYear other) {
        int order = Integer.compare(year, other.year);
        order = order != 0 ? order : region.compareTo(other.region);
        return order != 0 ? order : basis.compareTo(other.basis);
    }
}
