import { type XmlElement, childElements } from '../../../../../kernel/xml.ts'
import type { Variables } from '../declarations/variable.ts'
import type { Scope } from '../expressions/scope.ts'
import { type QtiRefused, qtiFault } from '../fault.ts'
import { QTI_LIMITS } from '../limits.ts'
import { booleanOf, runRule } from './run-rules.ts'

type Pass = 'done' | { readonly unmetAt: number }

/**
 * Template processing: a constraint that is not met throws everything away and starts anew, at most 100 times;
 * after that the defaults stand and the rules behind the constraint are still followed.
 */
export function runTemplate(processing: XmlElement, scope: Scope): QtiRefused | null {
  const rules = childElements(processing)
  const defaults: Variables = new Map(scope.variables)
  for (let restarts = 0; restarts <= QTI_LIMITS.restarts; restarts++) {
    reset(scope, defaults)
    const pass = runPass(rules, scope)
    if (pass === 'done') return null
    if ('ok' in pass) return pass
    if (restarts === QTI_LIMITS.restarts) return runRest(rules, pass.unmetAt + 1, scope, defaults)
  }
  return null
}

function runRest(rules: readonly XmlElement[], from: number, scope: Scope, defaults: Variables): QtiRefused | null {
  for (let start = from; ;) {
    reset(scope, defaults)
    const pass = runPass(rules.slice(start), scope)
    if (pass === 'done') return null
    if ('ok' in pass) return pass
    start += pass.unmetAt + 1
  }
}

function runPass(rules: readonly XmlElement[], scope: Scope): Pass | QtiRefused {
  for (const [at, rule] of rules.entries()) {
    if (rule.name === 'templateConstraint') {
      const [condition, ...others] = childElements(rule)
      if (condition === undefined || others.length > 0)
        return qtiFault('operands-miscounted', rule.name, { expected: '1', found: childElements(rule).length })
      const met = booleanOf(condition, scope)
      if (!met.ok) return met
      if (!met.value) return { unmetAt: at }
      continue
    }
    const course = runRule(rule, scope)
    if (!course.ok) return course
    if (course.value === 'exit') return 'done'
  }
  return 'done'
}

function reset(scope: Scope, defaults: Variables): void {
  for (const [identifier, variable] of defaults) scope.variables.set(identifier, variable)
}
