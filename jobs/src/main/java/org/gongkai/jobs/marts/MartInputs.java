package org.gongkai.jobs.marts;

import org.gongkai.catalogue.Measures;

import java.util.Optional;

/**
 * What the marts stand on beside the lake.
 *
 * @param regions the regions by year
 * @param measures the definitions
 * @param corrections address of a file of corrections; empty: {@code corrections.csv} in the home, if it is there
 */
public record MartInputs(RegionTree regions, Measures measures, Optional<String> corrections) {
    /** The regions and definitions of this build. */
    public static MartInputs standard() {
        return new MartInputs(RegionTree.get(), Measures.get(), Optional.empty());
    }

    /** The same with other regions. */
    public MartInputs with(RegionTree other) {
        return new MartInputs(other, measures, corrections);
    }

    /** The same with other definitions. */
    public MartInputs with(Measures other) {
        return new MartInputs(regions, other, corrections);
    }

    /** The same with another file of corrections. */
    public MartInputs with(Optional<String> other) {
        return new MartInputs(regions, measures, other);
    }
}
