import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trino.plugin.memory.MemoryPlugin;
import io.trino.spi.type.TimeZoneKey;
import io.trino.testing.MaterializedResult;
import io.trino.testing.StandaloneQueryRunner;
import io.trino.testing.TestingSession;
import java.io.PrintStream;

/** Runs queries on Trino, in memory: reads {statements, queries} as JSON, prints the rows of each query as JSON. */
public class Trino {
    private static void put(ArrayNode row, Object value) {
        switch (value) {
            case null -> row.addNull();
            case Boolean is -> row.add(is);
            case Long count -> row.add(count);
            case Integer count -> row.add(count);
            case Number number -> row.add(number.doubleValue());
            default -> row.add(value.toString());
        }
    }

    private static ObjectNode resultOf(ObjectMapper json, MaterializedResult found) {
        ObjectNode result = json.createObjectNode();
        ArrayNode columns = result.putArray("columns");
        for (int at = 0; at < found.getTypes().size(); at++) {
            ObjectNode column = columns.addObject();
            column.put("name", found.getColumnNames().get(at));
            column.put("type", found.getTypes().get(at).getDisplayName());
        }
        ArrayNode rows = result.putArray("rows");
        found.getMaterializedRows().forEach(each -> {
            ArrayNode row = rows.addArray();
            each.getFields().forEach(value -> put(row, value));
        });
        return result;
    }

    public static void main(String[] arguments) throws Exception {
        // The server takes standard output for its log.
        PrintStream output = System.out;
        ObjectMapper json = new ObjectMapper();
        JsonNode given = json.readTree(System.in);
        var session = TestingSession.testSessionBuilder()
                .setCatalog("memory")
                .setSchema("default")
                .setTimeZoneKey(TimeZoneKey.UTC_KEY)
                .build();
        try (var trino = new StandaloneQueryRunner(session)) {
            trino.installPlugin(new MemoryPlugin());
            trino.createCatalog("memory", "memory");
            for (JsonNode statement : given.get("statements")) {
                trino.execute(statement.asText());
            }
            ArrayNode results = json.createArrayNode();
            for (JsonNode query : given.get("queries")) {
                results.add(resultOf(json, trino.execute(query.asText())));
            }
            output.println("RESULT " + json.writeValueAsString(results));
        } catch (RuntimeException refused) {
            output.println("REFUSED " + refused.getMessage());
        }
        System.exit(0);
    }
}
