package org.gongkai.place;

import java.util.List;
import java.util.Objects;

/**
 * A division under one name, one parent and one code, for the years in which all three held (state at the end of a
 * year, GB/T 2260). A rename gives two of them with the same code and adjoining years.
 *
 * @param code six digits, {@code 000000} for the nation
 * @param name full name, {@code 沙坡头区}
 * @param level nation, province, prefecture or county
 * @param parent code that it belonged to; empty for the nation
 * @param firstYear first year, inclusive
 * @param lastYear last year, inclusive; {@link #IN_USE} while in use
 * @param successors codes that took over when the code ended; empty while in use and where nothing took over as a whole
 */
public record Region(
        String code, String name, Level level, String parent, int firstYear, int lastYear, List<String> successors) {
    /** The last year of a division that is still in use. */
    public static final int IN_USE = 9999;

    /** The nation, {@code 全国}. */
    public static final String NATION = "000000";

    public Region {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(parent, "parent");
        successors = List.copyOf(successors);
        if (code.length() != 6 || name.isBlank()) {
            throw new IllegalArgumentException("no division: code " + code + ", name " + name);
        }
        if (lastYear < firstYear) {
            throw new IllegalArgumentException(code + " " + name + ": ends in " + lastYear + " before " + firstYear);
        }
    }

    /** Whether it stood at the end of that year. */
    public boolean in(int year) {
        return firstYear <= year && year <= lastYear;
    }

    /** Years between that year and the nearest year in which it stood; 0 when it stood then. */
    int distance(int year) {
        return year < firstYear ? firstYear - year : Math.max(0, year - lastYear);
    }
}
