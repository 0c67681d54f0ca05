/** The body and the State of a stream: `CMW/AZE` of `CMW/AZE/3`. A report is told in two cycles of the same ones. */
export const partiesOf = (stream: string): string => stream.slice(0, stream.lastIndexOf('/'));
