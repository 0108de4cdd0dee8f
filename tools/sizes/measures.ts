import { Visitor } from 'oxc-parser'
import type { Program } from 'oxc-parser'
import { lineAt } from '../read/syntax.ts'

/** A function and its length in lines, from its head to its last bracket. */
export type FunctionLength = { readonly name: string; readonly line: number; readonly lines: number }

export function lineCount(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length
}

/** Lines that are neither empty nor only a comment. */
export function codeLineCount(text: string): number {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, '').split('\n')
  return bare.filter(line => line.trim() !== '' && !line.trim().startsWith('//')).length
}

/** Every function of a file, named by itself, by the variable or key that holds it, or by its line. */
export function functionLengths(text: string, program: Program): FunctionLength[] {
  const names = new Map<number, string>()
  const found: { readonly start: number; readonly end: number; readonly own: string | undefined }[] = []
  const meet = (node: { readonly start: number; readonly end: number }, own?: string): void =>
    void found.push({ start: node.start, end: node.end, own })
  new Visitor({
    VariableDeclarator: node => node.init && node.id.type === 'Identifier' && names.set(node.init.start, node.id.name),
    Property: node => node.key.type === 'Identifier' && names.set(node.value.start, node.key.name),
    MethodDefinition: node => node.key.type === 'Identifier' && names.set(node.value.start, node.key.name),
    FunctionDeclaration: node => meet(node, node.id?.name),
    FunctionExpression: node => meet(node, node.id?.name),
    ArrowFunctionExpression: node => meet(node),
  }).visit(program)
  return found.map(({ start, end, own }) => {
    const line = lineAt(text, start)
    return { name: own ?? names.get(start) ?? `function at line ${line}`, line, lines: lineAt(text, end) - line + 1 }
  })
}

/** How many import declarations a file has; the lists of a door do not count. */
export function importCount(program: Program): number {
  return program.body.filter(node => node.type === 'ImportDeclaration').length
}

/** Lines on which `any` stands as a type. */
export function anyLines(text: string, program: Program): number[] {
  const lines: number[] = []
  new Visitor({ TSAnyKeyword: node => lines.push(lineAt(text, node.start)) }).visit(program)
  return lines
}
