import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colour, contrast, cssVariables } from './tokens.ts'

const grounds = [colour.paper, colour.sheet, colour.inset]

test('text colours reach 4.5:1 on every ground', () => {
  for (const text of [colour.ink, colour.slate, colour.azurite, colour.azuriteHover, colour.cinnabar])
    for (const ground of grounds) assert.ok(contrast(text, ground) >= 4.5, `${text} on ${ground}: ${contrast(text, ground).toFixed(2)}`)
  assert.ok(contrast(colour.sheet, colour.azurite) >= 4.5)
  assert.ok(contrast(colour.sheet, colour.cinnabar) >= 4.5)
})

test('edges of controls reach 3:1 on the grounds they stand on', () => {
  for (const ground of [colour.paper, colour.sheet]) assert.ok(contrast(colour.controlLine, ground) >= 3)
})

test('contrast of black and white is 21', () => assert.equal(Math.round(contrast('#000000', '#FFFFFF')), 21))

test('CSS variables carry the tokens under kebab names', () => {
  const variables = cssVariables()
  assert.equal(variables['z-azurite-hover'], colour.azuriteHover)
  assert.equal(variables['z-size-text'], '0.875rem')
  assert.equal(variables['z-top-bar'], '56px')
})
