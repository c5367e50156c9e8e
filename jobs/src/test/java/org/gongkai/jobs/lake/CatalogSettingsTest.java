package org.gongkai.jobs.lake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogSettingsTest {
    private static final Home HOME = Home.of("/data/home");
    private static final String URI = CatalogSettings.PREFIX + ".uri";
    private static final String PASSWORD = CatalogSettings.PREFIX + ".jdbc.password";

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/d?password=a%2Bb, jdbc:postgresql://h/d",
        "jdbc:postgresql://h/d?user=u&password=a%2Bb, jdbc:postgresql://h/d?user=u",
        "jdbc:postgresql://h/d?password=a%2Bb&user=u, jdbc:postgresql://h/d?user=u",
        "jdbc:postgresql://h/d?user=u&PASSWORD=a%2Bb&ssl=true, jdbc:postgresql://h/d?user=u&ssl=true"
    })
    void aPasswordInTheAddressMovesToTheSettingThatIsHidden(String given, String shown) {
        Map<String, String> settings = CatalogSettings.complete(HOME, Map.of(URI, given));
        assertThat(settings).containsEntry(URI, shown).containsEntry(PASSWORD, "a+b");
    }

    @Test
    void theEnvironmentSaysWhatNoCommandLineShouldShow() {
        Map<String, String> environment =
                Map.of("GONGKAI_CATALOG_URI", "jdbc:postgresql://h/d", "GONGKAI_CATALOG_PASSWORD", "p", "PATH", "/bin");
        assertThat(CatalogSettings.ofEnvironment(environment))
                .isEqualTo(Map.of(URI, "jdbc:postgresql://h/d", PASSWORD, "p"));
        assertThat(CatalogSettings.ofEnvironment(Map.of())).isEmpty();
    }

    @Test
    void withoutASettingTheCatalogIsAFileInTheHome() {
        assertThat(CatalogSettings.complete(HOME, Map.of()))
                .containsEntry(URI, "jdbc:sqlite:/data/home/lake/catalog.db")
                .doesNotContainKey(PASSWORD);
    }
}
