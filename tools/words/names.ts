import { Visitor } from 'oxc-parser'
import type { BindingPattern, Expression, ParamPattern, Program, PropertyKey } from 'oxc-parser'
import { bracketed, splitList, statementsIn } from '../sql/statements.ts'

/** A name somebody chose, and the line it stands on. */
export type Named = { readonly name: string; readonly at: number }

/** A word of a closed list, like the `kind` of a union; prose is not one. */
const CODE_WORD = /^[a-z\d]+(-[a-z\d]+)*$/

/** Names a file declares: variables, functions, types, parameters, members, object keys, and words of closed lists. */
export function declaredNames(program: Program): Named[] {
  const names: Named[] = []
  const add = (name: string, at: number): void => void names.push({ name, at })
  const key = (node: PropertyKey): void => {
    if (node.type === 'Identifier') add(node.name, node.start)
    else if (node.type === 'Literal' && typeof node.value === 'string' && CODE_WORD.test(node.value)) add(node.value, node.start)
  }
  const code = (node: Expression): void => {
    if (node.type === 'Literal' && typeof node.value === 'string' && CODE_WORD.test(node.value)) add(node.value, node.start)
    else if (node.type === 'ArrayExpression') node.elements.forEach(e => e && e.type !== 'SpreadElement' && code(e))
  }
  const parameters = (node: { readonly params: readonly ParamPattern[] }): void => node.params.forEach(p => bind(p, add))
  const named = (node: { readonly id: { readonly name: string; readonly start: number } | null }): void =>
    void (node.id && add(node.id.name, node.id.start))
  new Visitor({
    VariableDeclarator: node => bind(node.id, add),
    FunctionDeclaration: node => (named(node), parameters(node)),
    FunctionExpression: parameters,
    ArrowFunctionExpression: parameters,
    ClassDeclaration: named,
    TSTypeAliasDeclaration: named,
    TSInterfaceDeclaration: named,
    TSPropertySignature: node => key(node.key),
    TSMethodSignature: node => key(node.key),
    PropertyDefinition: node => key(node.key),
    MethodDefinition: node => key(node.key),
    ObjectExpression: node => node.properties.forEach(p => p.type === 'Property' && !p.computed && key(p.key)),
    TSLiteralType: node => code(node.literal as Expression),
    CallExpression: node => {
      if (/^(enum|literal)$/.test(methodName(node.callee))) node.arguments.forEach(a => a.type !== 'SpreadElement' && code(a))
    },
  }).visit(program)
  return names
}

function methodName(callee: Expression): string {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : ''
}

/** Names bound by a pattern; the keys of an object pattern are somebody else's choice. */
function bind(pattern: BindingPattern | ParamPattern, add: (name: string, at: number) => void): void {
  if (pattern.type === 'Identifier') add(pattern.name, pattern.start)
  else if (pattern.type === 'AssignmentPattern') bind(pattern.left, add)
  else if (pattern.type === 'RestElement') bind(pattern.argument, add)
  else if (pattern.type === 'ArrayPattern') pattern.elements.forEach(e => e && bind(e, add))
  else if (pattern.type === 'ObjectPattern') pattern.properties.forEach(p => bind(p.type === 'RestElement' ? p.argument : p.value, add))
}

/** Tables, columns, views and query names of an SQL file; `at` is a line here. */
export function declaredInSql(sql: string): Named[] {
  return statementsIn(sql).flatMap(({ text, line, notes }) => {
    const queries = notes.filter(note => note.startsWith('name:')).map(note => note.slice(5).trim())
    const made = /^create (?:table|(?:or replace )?view)(?: if not exists)? ([\w.]+)/.exec(text)?.[1]
    const table = /^create table[^(]*\(/.exec(text)?.[0]
    const columns = table === undefined ? [] : splitList(bracketed(text, table.length - 1)).map(part => part.split(' ')[0] ?? '')
    const added = [...text.matchAll(/\badd column (?:if not exists )?(\w+)/g)].map(match => match[1] ?? '')
    return [...queries, ...(made === undefined ? [] : [made]), ...columns, ...added].map(name => ({ name, at: line }))
  })
}
