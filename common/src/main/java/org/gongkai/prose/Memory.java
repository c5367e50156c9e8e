package org.gongkai.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What a reader keeps in mind from sentence to sentence of one document. Confined to one thread. */
final class Memory {
    static final String REQUEST = "request";
    static final String PUBLICATION = "publication";
    private static final String[] SUBJECTS = {
        REQUEST,
        "review",
        "litigation",
        "complaint",
        "fee",
        "staff",
        "training",
        "publish",
        "info",
        "enquiry",
        "business"
    };

    /** What a sentence can be about; of several that a word names the last one counts. */
    private static final String[] TOPIC_NAMES = {
        "litigation", "review", "normative", "press_conference", "interview", REQUEST
    };

    private static final Tags TOPICS = Tags.of(TOPIC_NAMES);

    final OptionalInt reportYear;
    final List<Claim> claims = new ArrayList<>();
    final List<Breakdown> breakdowns = new ArrayList<>();
    /** Tags of the heading above; those of the section as well where a heading inside it names no subject of its own. */
    final Tags heading = new Tags();
    /** Tags of the last heading of a section, {@code 三、…}. */
    private final Tags section = new Tags();
    /** Tags of the paragraph so far and of its heading. */
    final Tags paragraph = new Tags();
    /** What the text is about: the tag of a rule's topic, empty for nothing in particular. */
    String topic = "";
    /** Platform that the latest clause is about, empty for none. */
    String subject = "";
    /** Where the next figure was published, as a heading or a sentence without figures says. */
    Places lead = Places.NONE;
    /** Platform of the last total, whose parts may follow in the next sentence. */
    String head = "";
    /** Measure word of the items that the paragraph says were published, empty while it has said none. */
    String publishedUnit = "";
    /** Whether a total has been stated in this paragraph. */
    boolean hasTotal;
    /** Whether what was published has been counted without a year, so that the count may be of all years. */
    boolean ofAllYears;

    Memory(OptionalInt reportYear) {
        this.reportYear = reportYear;
    }

    /** A heading: what stands below is about it. */
    void enterSection(Span title) {
        heading.clear();
        heading.addAll(title.tags());
        if (!isInside(title)) {
            section.clear();
            section.addAll(heading);
        } else if (!Span.hasAny(heading, SUBJECTS)) {
            heading.addAll(section);
        }
        enterParagraph();
        topic = heading.contains(REQUEST) && !Span.hasAny(heading, "review", "litigation") ? REQUEST : "";
        subject = "";
        lead = Lead.ofTitle(title);
    }

    /** {@code (一)受理情况} or {@code 1.受理情况}: a heading inside the section that one like {@code 三、…} began. */
    private static boolean isInside(Span title) {
        int i = title.start();
        while (i < title.end() && title.text().charAt(i) == ' ') {
            i++;
        }
        return i < title.end() && (title.text().charAt(i) == '(' || Numerals.isDigit(title.text(), i));
    }

    /** The next word of the paragraph. */
    void hear(Tags word) {
        paragraph.addAll(word);
        if (word.meets(TOPICS)) {
            for (String name : TOPIC_NAMES) {
                if (word.contains(name)) {
                    topic = name;
                }
            }
        }
    }

    /** {@code 收到留言19件,其中公开答复4件}: once enquiries are counted, what follows is no longer about requests. */
    void count(Set<String> counted) {
        boolean enquiries = counted.contains("receive") && counted.contains("enquiry") && !counted.contains(REQUEST);
        if (enquiries && REQUEST.equals(topic)) {
            topic = "";
        }
    }

    /** A paragraph without a heading of its own. */
    void enterParagraph() {
        paragraph.clear();
        paragraph.addAll(heading);
        hasTotal = false;
        publishedUnit = "";
        head = "";
    }
}
