package org.gongkai.jobs.words;

/** The languages of what people read; names are the option's words. */
public enum Language {
    /** Chinese, as the reports are. */
    zh,
    /** English. */
    en
}
