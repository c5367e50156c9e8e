package org.gongkai.jobs.summary;

import java.util.List;

/**
 * The yearly summary of a region, before it is a page or a workbook.
 *
 * @param title heading
 * @param subtitle what it rests on, in a line
 * @param sections in order
 */
public record Summary(String title, String subtitle, List<Section> sections) {
    public Summary {
        sections = List.copyOf(sections);
    }

    /**
     * A section.
     *
     * @param id anchor, unique
     * @param title heading, also the name of the workbook's sheet
     * @param blocks in order
     */
    public record Section(String id, String title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
