package org.gongkai.prose;

import java.util.List;
import java.util.Optional;

/** {@code 网站、微信、微博公开的信息分别为120条、88条、45条}: the platforms of a list that still wait for their figures. Confined to one thread. */
final class Shares {
    private List<String> platforms = List.of();
    private int given;
    private boolean isOpen;

    /**
     * Whether a figure is one of a list of figures, each of one platform of a list. Where the two lists are not of the
     * same length, nobody knows which belongs to which, and the figures belong to nothing.
     *
     * @param whole the words before the figure, with those of the clause before where it has none of its own
     * @param own the words before the figure in its clause
     * @param figures number of figures in the list that the figure begins
     */
    boolean begin(Span whole, Span own, int figures) {
        boolean said = whole.tags().contains("respectively");
        if (said || figures > 1 && !isOpen) {
            List<String> listed = Places.listed(whole);
            boolean each = listed.size() > 1 && listed.size() == figures;
            if (said || each) {
                platforms = each ? listed : List.of();
                given = 0;
                isOpen = true;
                return true;
            }
        }
        isOpen &= own.isFiller();
        return isOpen;
    }

    /** The platform of the next figure; empty where the list has no more. */
    Optional<String> next() {
        return given < platforms.size() ? Optional.of(platforms.get(given++)) : Optional.empty();
    }
}
