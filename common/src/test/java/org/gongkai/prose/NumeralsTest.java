package org.gongkai.prose;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class NumeralsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1,024条|1024|false",
                "3.2万|32000|false",
                "20余万条|200000|true",
                "7.58万人|75800|false",
                "550万|5500000|false",
                "一百二十条|120|false",
                "两名|2|false",
                "十余件|10|true",
                "二〇一八|2018|false",
                "128余条|128|true",
                "零件|0|false",
                "1,02条|1|false",
                "三千零五条|3005|false",
                "二十|20|false"
            })
    void aNumeralSays(String text, String amount, boolean approximate) {
        Numeral numeral = Numerals.at(text, 0).orElseThrow();
        assertThat(numeral.amount()).isEqualByComparingTo(amount);
        assertThat(numeral.approximate()).isEqualTo(approximate);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"近800条,1,true", "最近800条,2,false", "超过500条,2,true", "突破12万,2,true", "达800条,1,false"})
    void theWordBeforeSaysWhetherItIsRounded(String text, int start, boolean approximate) {
        assertThat(Numerals.at(text, start).orElseThrow().approximate()).isEqualTo(approximate);
    }

    @Property
    void groupedDigitsAreTheNumberWithoutCommas(@ForAll @IntRange(min = 0) int number) {
        String grouped = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
        assertThat(Numerals.at(grouped + "条", 0).orElseThrow().amount())
                .isEqualByComparingTo(BigDecimal.valueOf(number));
    }
}
