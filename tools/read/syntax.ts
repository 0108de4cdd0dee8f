import { parseSync, Visitor } from 'oxc-parser'
import type { Argument, Expression, Program } from 'oxc-parser'

/** How a file reaches for another: by import, by re-export, by a path beside `import.meta.url`, or in a way that cannot be read. */
export type Reach = { readonly how: 'import' | 'export' | 'path' | 'computed'; readonly specifier: string; readonly at: number }

/** Parses a TypeScript file; a syntax error throws with the file's name. */
export function parse(file: string, text: string): Program {
  const { program, errors } = parseSync(file, text)
  const error = errors.find(e => e.severity === 'Error')
  if (error) throw new SyntaxError(`${file}: ${error.message}`)
  return program
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/**
 * Everything a file reaches for: static imports, re-exports, `import()` calls, `import('x')` types and
 * `new URL('x', import.meta.url)` or `f(import.meta.url, 'x')`. Type-only forms count like the others.
 */
export function reachesOf(program: Program): Reach[] {
  const reaches: Reach[] = []
  const add = (how: Reach['how'], specifier: string, at: number): void => void reaches.push({ how, specifier, at })
  const beside = (parts: readonly Argument[]): void => {
    if (!parts.some(part => part.type !== 'SpreadElement' && isOwnUrl(part))) return
    for (const part of parts) if (part.type === 'Literal' && typeof part.value === 'string') add('path', part.value, part.start)
  }
  new Visitor({
    ImportDeclaration: node => add('import', node.source.value, node.start),
    ExportAllDeclaration: node => add('export', node.source.value, node.start),
    ExportNamedDeclaration: node => node.source && add('export', node.source.value, node.start),
    ImportExpression: node => {
      const text = constantText(node.source)
      if (text === undefined) add('computed', '', node.start)
      else add('import', text, node.start)
    },
    TSImportType: node => add('import', node.source.value, node.start),
    NewExpression: node => beside(node.arguments),
    CallExpression: node => {
      if (node.callee.type === 'MemberExpression' && isMeta(node.callee.object)) add('computed', '', node.start)
      else beside(node.arguments)
    },
  }).visit(program)
  return reaches
}

function isMeta(node: Expression): boolean {
  return node.type === 'MetaProperty' && node.meta.name === 'import'
}

function isOwnUrl(node: Expression): boolean {
  return node.type === 'MemberExpression' && isMeta(node.object) && node.property.type === 'Identifier' && node.property.name === 'url'
}

/** The text of a literal or of a template without holes. */
function constantText(node: Expression): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined
  return undefined
}
