/**
 * All lawful months of a person as a decision diagram: a path from the root to the end is a month, an arc is what she does on
 * a day, and what the sequence costs stands at its arcs. Nodes from which the same can follow at the same cost are one.
 * Nodes are numbered from the end (0) to the root (the last), so one pass in order knows every node's successors.
 */
export type Diagram = {
  readonly days: number;
  readonly symbols: number;
  readonly nodes: number;
  /** By node: its first arc; one more at the end. */
  readonly first: Int32Array;
  readonly to: Int32Array;
  /** By arc: `day × symbols + symbol`, the place of the cell in a table of costs. */
  readonly cell: Int32Array;
  readonly cost: Float64Array;
  /** No arc costs anything by itself. */
  readonly free: boolean;
};
