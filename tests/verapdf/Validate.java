import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;

/**
 * Validates PDF files with veraPDF: paths are lines of standard input, and each gets a line of JSON
 * in the same order. One start of Java serves them all, since a start costs more than a file.
 *
 * <pre>java -cp ... Validate [--flavour ua1] &lt; paths</pre>
 */
public final class Validate {
    private static final int SHOWN = 3; // of the places where a rule is broken

    private final VeraPDFFoundry foundry = Foundries.defaultInstance();
    private final PDFAFlavour flavour;
    private final ValidatorConfig config;

    private Validate(PDFAFlavour flavour) {
        this.flavour = flavour;
        this.config =
                ValidatorConfigBuilder.defaultBuilder()
                        .flavour(flavour)
                        .maxNumberOfDisplayedFailedChecks(SHOWN)
                        .showErrorMessages(true)
                        .build();
    }

    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().reset(); // what is wrong is in the result
        PDFAFlavour flavour = flavour(arguments);
        VeraGreenfieldFoundryProvider.initialise();
        Validate validate = new Validate(flavour);
        ObjectMapper json = new ObjectMapper();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader paths =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            out.println(json.writeValueAsString(validate.file(path)));
        }
    }

    private static PDFAFlavour flavour(String[] arguments) {
        if (arguments.length == 0) {
            return PDFAFlavour.PDFUA_1;
        }
        PDFAFlavour named = PDFAFlavour.NO_FLAVOUR;
        if (arguments.length == 2 && arguments[0].equals("--flavour")) {
            named = PDFAFlavour.fromString(arguments[1]);
        }
        if (named == PDFAFlavour.NO_FLAVOUR) {
            System.err.println("usage: Validate [--flavour ua1|3a|3u|...] < paths");
            System.exit(2);
        }
        return named;
    }

    /** A file that veraPDF cannot read, for whatever reason, must not stop the others. */
    private Map<String, Object> file(String path) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", path);
        line.put("flavour", flavour.getId());
        try (PDFAParser parser = foundry.createParser(new File(path), flavour);
                PDFAValidator validator = foundry.createValidator(config, flavour)) {
            ValidationResult result = validator.validate(parser);
            line.put("compliant", result.isCompliant());
            line.put("failures", failures(result));
        } catch (Exception | StackOverflowError error) {
            Throwable cause = error;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            line.put("error", cause.toString());
        }
        return line;
    }

    private static List<Map<String, Object>> failures(ValidationResult result) {
        List<Map<String, Object>> failures = new ArrayList<>();
        for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
            RuleId rule = failed.getKey();
            Map<String, Object> failure = new LinkedHashMap<>();
            failure.put("clause", rule.getClause());
            failure.put("test", rule.getTestNumber());
            failure.put(
                    "description",
                    result.getValidationProfile().getRuleByRuleId(rule).getDescription());
            failure.put("count", failed.getValue());
            failure.put("places", places(result, rule));
            failures.add(failure);
        }
        return failures;
    }

    private static List<String> places(ValidationResult result, RuleId rule) {
        List<String> places = new ArrayList<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED
                    && assertion.getRuleId().equals(rule)
                    && places.size() < SHOWN) {
                places.add(
                        assertion.getErrorMessage() + " at " + assertion.getLocation().getContext());
            }
        }
        return places;
    }
}
