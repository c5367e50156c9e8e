package org.gongkai.jobs.summary;

import java.util.ArrayList;
import java.util.List;

/** The headings of a grid as the rows of a table head: one heading over neighbours that share it, a leaf down to the body. */
final class HeadRows {
    /**
     * A heading in its place.
     *
     * @param text what it says
     * @param column the first column below it, from 0
     * @param across columns that it spans
     * @param down rows that it spans
     */
    record Head(String text, int column, int across, int down) {}

    private HeadRows() {}

    /** The rows of headings, from the outermost; one row where nothing is grouped. */
    static List<List<Head>> of(Block.Grid grid) {
        int depth = 1 + grid.groups().stream().mapToInt(List::size).max().orElse(0);
        List<List<Head>> rows = new ArrayList<>();
        for (int level = 0; level < depth; level++) {
            List<Head> row = new ArrayList<>();
            for (int i = 0; i < grid.columns().size(); i++) {
                List<String> groups = grid.groups().get(i);
                if (groups.size() == level) {
                    row.add(new Head(grid.columns().get(i), i, 1, depth - level));
                } else if (groups.size() > level && (i == 0 || !isShared(grid, i - 1, i, level))) {
                    int last = i;
                    while (last + 1 < grid.columns().size() && isShared(grid, i, last + 1, level)) {
                        last++;
                    }
                    row.add(new Head(groups.get(level), i, last - i + 1, 1));
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static boolean isShared(Block.Grid grid, int one, int other, int level) {
        List<String> left = grid.groups().get(one);
        List<String> right = grid.groups().get(other);
        return left.size() > level
                && right.size() > level
                && left.subList(0, level + 1).equals(right.subList(0, level + 1));
    }
}
