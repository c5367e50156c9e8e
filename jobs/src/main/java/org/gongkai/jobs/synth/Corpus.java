package org.gongkai.jobs.synth;

import org.gongkai.catalogue.Catalogue;
import org.gongkai.catalogue.Form;
import org.gongkai.place.Level;
import org.gongkai.place.Region;
import org.gongkai.place.Regions;
import org.gongkai.value.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An invented corpus: bodies of many counties, each through the years, one after the other. What is said about a body
 * and year follows from the seed, the body and the year alone, so that a longer corpus begins like a shorter one; nothing
 * but the document in hand is held. One pass; not thread-safe.
 */
final class Corpus implements Iterator<Invented> {
    /** Bodies of one county that follow each other, so that even small corpora have regions with several bodies. */
    private static final int BODIES_TOGETHER = 6;
    /** One in so many years of a body has no report. */
    private static final int GAP_IN = 33;
    /** One in so many reports is filed a second time with other figures. */
    private static final int REFILED_IN = 50;
    /** One in so many reports has a sum that is wrong. */
    private static final int BROKEN_IN = 40;
    /** A report has one in so many of the sentences whose figures are not figures of the year. */
    private static final int DISTRACTED_IN = 3;
    /** Characters of a document, twelve kilobytes in UTF-8. */
    private static final int CHARACTERS = 4000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_.]+)}");

    private final long documents;
    private final int firstYear;
    private final int lastYear;
    private final List<Layout> layouts;
    private final long seed;
    private final List<County> counties = new ArrayList<>();
    private final List<String> departments = Words.get().texts("departments");

    private long written;
    private long place;
    private Optional<Invented> again = Optional.empty();

    private record County(String code, String name) {}

    /**
     * @param documents how many
     * @param firstYear first report year
     * @param lastYear last report year
     * @param layouts one or more, drawn by chance
     * @param seed decides everything else
     * @throws IllegalArgumentException where there are not so many bodies and years
     */
    Corpus(long documents, int firstYear, int lastYear, List<Layout> layouts, long seed) {
        this.documents = documents;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
        this.layouts = List.copyOf(layouts);
        this.seed = seed;
        Regions regions = Regions.get();
        for (Region region : regions.all()) {
            if (region.level() == Level.COUNTY && region.in(firstYear) && region.in(lastYear)) {
                String above = regions.at(region.parent(), lastYear)
                        .filter(parent -> parent.level() == Level.PREFECTURE)
                        .map(Region::name)
                        .orElse("");
                counties.add(new County(region.code(), above + region.name()));
            }
        }
        Collections.shuffle(counties, new Random(seed));
        long most = (long) counties.size() * departments.size() * (lastYear - firstYear + 1) * 9 / 10;
        if (firstYear > lastYear || layouts.isEmpty() || documents < 1 || documents > most) {
            throw new IllegalArgumentException("from " + firstYear + " to " + lastYear + " there are up to " + most
                    + " invented reports, not " + documents);
        }
    }

    @Override
    public boolean hasNext() {
        return written < documents;
    }

    @Override
    public Invented next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all " + documents + " documents are written");
        }
        written++;
        if (again.isPresent()) {
            Invented second = again.get();
            again = Optional.empty();
            return second;
        }
        while (true) {
            int years = lastYear - firstYear + 1;
            long body = place / years;
            int year = firstYear + (int) (place % years);
            place++;
            Random random = new Random(seed * 1_000_003 + body * 131 + year);
            random.nextInt();
            if (random.nextInt(GAP_IN) == 0) {
                continue;
            }
            boolean refiled = random.nextInt(REFILED_IN) == 0 && hasNext();
            Invented first = invent(body, year, random, !refiled, 1);
            if (refiled) {
                again = Optional.of(invent(body, year, random, true, 2));
            }
            return first;
        }
    }

    private Invented invent(long number, int year, Random random, boolean standing, int version) {
        long block = number / BODIES_TOGETHER;
        County county = counties.get((int) (block % counties.size()));
        String department = departments.get(
                (int) ((number % BODIES_TOGETHER + BODIES_TOGETHER * (block / counties.size())) % departments.size()));
        String body = county.name() + department;
        Form form = Catalogue.get().forms().stream()
                .filter(f -> f.isFor(year))
                .reduce((a, b) -> b)
                .orElseGet(() -> Catalogue.get().forms().get(0));
        Layout layout = layouts.get(random.nextInt(layouts.size()));
        boolean broken = random.nextInt(BROKEN_IN) == 0;
        FilledForm filled = FilledForm.of(form.form(), random, broken, layout.showsBlanks());
        List<Invented.Truth> truths = new ArrayList<>();
        filled.figures().forEach((key, value) -> {
            int bar = key.indexOf('|');
            truths.add(new Invented.Truth(key.substring(0, bar), key.substring(bar + 1), "form", value));
        });
        String title = said(Words.get().text("title"), body, year, random);
        String text = print(filled, layout, title, body, year, random, truths);
        return new Invented(
                "synth/" + county.code() + "/" + number + "-" + year + "-" + version,
                title,
                county.code(),
                body,
                year,
                form.form(),
                layout,
                (year + 1) + (version == 1 ? "-01-15" : "-03-20"),
                standing,
                broken,
                text,
                truths);
    }

    private static String print(
            FilledForm filled,
            Layout layout,
            String title,
            String body,
            int year,
            Random random,
            List<Invented.Truth> truths) {
        Words words = Words.get();
        StringBuilder out = new StringBuilder(CHARACTERS + 1000);
        layout.paragraph(out, title);
        words.texts("opening").forEach(s -> layout.paragraph(out, said(s, body, year, random)));
        for (String claim : words.claims(filled.form().form())) {
            if (random.nextInt(3) > 0) {
                claim(out, layout, said(claim, body, year, random), filled, random, truths);
            }
        }
        for (String distractor : words.texts("distractors")) {
            if (random.nextInt(DISTRACTED_IN) == 0) {
                layout.paragraph(out, said(distractor, body, year, random));
            }
        }
        StringBuilder tables = new StringBuilder();
        PrintedTables.of(filled).tables().forEach(t -> layout.table(tables, t));
        List<String> noise = words.texts("noise");
        while (out.length() + tables.length() < CHARACTERS) {
            layout.paragraph(out, said(noise.get(random.nextInt(noise.size())), body, year, random));
        }
        out.append(tables);
        layout.paragraph(out, words.text("problems"));
        layout.paragraph(out, noise.get(8));
        layout.paragraph(out, words.text("other"));
        layout.paragraph(out, words.text("nothing"));
        return out.toString();
    }

    /** A sentence with figures: those of the form where it has the cell, else new ones. */
    private static void claim(
            StringBuilder out,
            Layout layout,
            String sentence,
            FilledForm filled,
            Random random,
            List<Invented.Truth> truths) {
        Matcher placeholder = PLACEHOLDER.matcher(sentence);
        StringBuilder filledIn = new StringBuilder();
        List<Invented.Truth> stated = new ArrayList<>();
        while (placeholder.find()) {
            String indicator = placeholder.group(1);
            Optional<Long> printed = filled.figures().get(FilledForm.key(indicator, Value.TOTAL));
            if (printed != null && printed.isEmpty()) {
                return;
            }
            long figure = printed == null ? 10 + random.nextInt(20_000) : printed.get();
            stated.add(new Invented.Truth(indicator, Value.TOTAL, "prose", Optional.of(figure)));
            placeholder.appendReplacement(filledIn, Long.toString(figure));
        }
        placeholder.appendTail(filledIn);
        layout.paragraph(out, filledIn.toString());
        truths.addAll(stated);
    }

    private static String said(String sentence, String body, int year, Random random) {
        return sentence.replace("{y}", Integer.toString(year))
                .replace("{p}", Integer.toString(year - 1))
                .replace("{m}", Integer.toString(10 + random.nextInt(9_000)))
                .replace("{b}", body)
                .replace("{n}", Integer.toString(1 + random.nextInt(9)));
    }
}
