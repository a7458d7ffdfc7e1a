/// The reported values of one indicator over the years from the base year to the assessed one, oldest first, in
/// memory that is used again for the next series. Years in which nothing was reported are left out.
struct Series {
    /// Years counted from the base year, strictly rising.
    let times: UnsafeBufferPointer<Int>
    let values: UnsafeBufferPointer<Double>

    var count: Int { values.count }
}
