package org.gongkai.prose;

import com.fasterxml.jackson.databind.JsonNode;
import org.gongkai.reference.Reference;

import java.util.HashSet;
import java.util.Set;

/** What is done on a platform, from {@code data/reference/prose/platforms.json}; a platform is named by its code, {@code weibo}. */
final class Platforms {
    private static final Set<String> SOCIAL = read("social");
    private static final Set<String> FILM = read("film");

    private Platforms() {}

    /** Whether it is one of new media, whose account posts and is followed. */
    static boolean isSocial(String platform) {
        return SOCIAL.contains(platform);
    }

    /** Whether what is published there is a film, and films are counted by piece. */
    static boolean hasFilms(String platform) {
        return FILM.contains(platform);
    }

    private static Set<String> read(String group) {
        Set<String> platforms = new HashSet<>();
        for (JsonNode platform : Reference.json("prose/platforms.json").path(group)) {
            platforms.add(platform.asText());
        }
        return Set.copyOf(platforms);
    }
}
