import type { Validators } from '../../core/task/score/judgement.ts'

/** What looks into an artefact for the check kind `artifact`, by the name a rubric uses. */
export const VALIDATORS: Validators = {}
