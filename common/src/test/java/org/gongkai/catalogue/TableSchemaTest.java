package org.gongkai.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TableSchemaTest {

    @ParameterizedTest
    @ValueSource(strings = {"documents", "reports", "observations", "findings", "unmapped", "ingests"})
    void everyLakeTableIsDescribed(String table) {
        TableSchema schema = TableSchema.of(table);
        assertThat(schema.columns()).as("columns of %s", table).isNotEmpty();
        for (String key : schema.grain()) {
            assertThat(schema.column(key).nullable())
                    .as("%s.%s is part of the grain and may not be missing", table, key)
                    .isFalse();
        }
    }

    @Test
    void amountsAreExact() {
        assertThat(TableSchema.of("observations").column("value").type())
                .as("sums must not depend on their order")
                .isEqualTo(TableSchema.Type.DECIMAL);
    }

    @Test
    void aKeyThatIsNoColumnIsRefused() throws Exception {
        String json = """
                {"table": "t", "grain": ["b"], "description_zh": "表", "description_en": "a table",
                 "columns": [{"name": "a", "type": "int", "nullable": false, "label_zh": "甲", "label_en": "a"}]}""";
        assertThatThrownBy(() -> TableSchema.read(new ObjectMapper().readTree(json)))
                .hasMessageContaining("must be columns of it");
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThatThrownBy(() -> TableSchema.Type.of("float")).hasMessageContaining("no column type float");
    }
}
