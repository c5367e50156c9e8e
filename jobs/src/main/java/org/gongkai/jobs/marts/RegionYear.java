package org.gongkai.jobs.marts;

import java.io.Serializable;

/** What a sum over reports is of: a region, a report year and a basis ({@code bodies}, {@code territory}). In the order of years. */
record RegionYear(String region, int year, String basis) implements Comparable<RegionYear>, Serializable {
    @Override
    public int compareTo(RegionYear other) {
        int order = Integer.compare(year, other.year);
        order = order != 0 ? order : region.compareTo(other.region);
        return order != 0 ? order : basis.compareTo(other.basis);
    }
}
