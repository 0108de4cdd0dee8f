import type { BaseType, Cardinality, QtiValue } from '../values/value.ts'
import type { LookupTable } from './lookup-table.ts'
import type { AreaMapping, Mapping } from './mapping.ts'

export type VariableRole = 'response' | 'outcome' | 'template' | 'context' | 'builtin'

/** A declared variable with what it holds now. Setting it makes a new one. */
export type Variable = {
  readonly identifier: string
  readonly role: VariableRole
  readonly cardinality: Cardinality
  /** Null for records, whose fields have types of their own. */
  readonly baseType: BaseType | null
  readonly value: QtiValue
  readonly defaultValue: QtiValue
  readonly correct: QtiValue
  readonly mapping: Mapping | null
  readonly areaMapping: AreaMapping | null
  readonly lookup: LookupTable | null
  readonly normalMinimum: number | null
  readonly normalMaximum: number | null
  /** Who sets the outcome when not the engine: `human` or `externalMachine`. */
  readonly scoredBy: string | null
}

export type Variables = Map<string, Variable>
