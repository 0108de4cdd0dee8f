import { Visitor } from 'oxc-parser'
import type { Expression, Program } from 'oxc-parser'

const IMPURE: Readonly<Record<string, readonly string[]>> = { Date: ['now'], Math: ['random'], performance: ['now'], Temporal: ['Now'] }

/** Offsets at which code asks the clock or throws dice: `Date.now`, `new Date()`, `Date()`, `Math.random`, `performance.now`, also taken apart. */
export function clocksAndDice(program: Program): number[] {
  const found: number[] = []
  new Visitor({
    MemberExpression: node => {
      const name = node.property.type === 'Identifier' && !node.computed ? node.property.name : literal(node.property as Expression)
      if (node.object.type === 'Identifier' && name !== undefined && IMPURE[node.object.name]?.includes(name)) found.push(node.start)
    },
    NewExpression: node => {
      if (isDate(node.callee) && node.arguments.length === 0) found.push(node.start)
    },
    CallExpression: node => {
      if (isDate(node.callee)) found.push(node.start)
    },
    VariableDeclarator: node => {
      if (node.init?.type !== 'Identifier' || node.id.type !== 'ObjectPattern') return
      const names = IMPURE[node.init.name] ?? []
      const taken = node.id.properties.some(p => p.type === 'Property' && p.key.type === 'Identifier' && names.includes(p.key.name))
      if (taken) found.push(node.start)
    },
  }).visit(program)
  return found
}

function isDate(node: Expression): boolean {
  return node.type === 'Identifier' && node.name === 'Date'
}

function literal(node: Expression): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}
