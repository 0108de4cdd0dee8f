/** What an expression is made of. `at` is where it begins in its text, counted in UTF-16 units. */
export type Expression =
  | { readonly kind: 'literal'; readonly at: number; readonly value: string | number | boolean | null }
  | { readonly kind: 'list'; readonly at: number; readonly items: readonly Expression[] }
  | { readonly kind: 'param'; readonly at: number; readonly name: string }
  | { readonly kind: 'field'; readonly at: number; readonly of: Expression; readonly name: string }
  | {
      readonly kind: 'query'
      readonly at: number
      readonly source: string
      readonly where: readonly Where[]
      readonly take: 'all' | 'first' | 'last'
    }
  | { readonly kind: 'call'; readonly at: number; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'not' | 'minus'; readonly at: number; readonly of: Expression }
  | { readonly kind: 'binary'; readonly at: number; readonly op: Operator; readonly left: Expression; readonly right: Expression }

export type Operator = 'or' | 'and' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%'
export type Compare = '==' | '!=' | '<' | '<=' | '>' | '>='
export type Where = { readonly at: number; readonly field: string; readonly op: Compare; readonly value: Expression }

/** A fault in an expression: where, and what the writer reads. */
export type ExpressionFault = { readonly at: number; readonly zh: string }

export const MOST_LENGTH = 2000
export const MOST_DEPTH = 30
