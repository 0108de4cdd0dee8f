import { createHash } from 'node:crypto'
import type { Validators } from '../core/task/score/judgement.ts'
import { LAB_APPS } from '../core/registry.ts'
import type { Engine } from '../core/world/engine.ts'
import { EFFECTS } from './effects/effects.ts'
import { VALIDATORS } from './effects/validators.ts'

/** The engine of this build: its apps, Node's own SHA-256, and the effects by their names. */
export const labEngine: Engine = {
  apps: LAB_APPS,
  sha256: text => createHash('sha256').update(text).digest('hex'),
  effects: EFFECTS,
}

/** The validators of artefacts by the names a rubric uses. */
export const labValidators: Validators = VALIDATORS
