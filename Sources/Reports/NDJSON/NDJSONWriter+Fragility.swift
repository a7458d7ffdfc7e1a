import Assessment
import FEEL
import Standards

extension NDJSONWriter {
    /// What little would make the outcome another, at the end of its line: nothing where nobody asked, null where nothing
    /// does. The change is a statistic, the values are what people would write.
    func append(_ fragility: Fragility??, to output: inout [UInt8]) {
        guard let fragility else { return }
        output.append(#","fragility":"#)
        guard let fragility else { return output.append("null") }
        output.append(#"{"indicator":"#)
        output.append(json: fragility.indicator.code.text)
        output.append(#","year":"#)
        output.append(integer: fragility.year.value)
        output.append(#","from":"#)
        output.append(json: fragility.from.text)
        output.append(#","to":"#)
        output.append(json: fragility.to.text)
        output.append(#","change":"#)
        output.append(statistic: fragility.change.doubleValue)
        output.append("}")
    }
}
