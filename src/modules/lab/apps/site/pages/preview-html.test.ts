import assert from 'node:assert/strict'
import { test } from 'node:test'
import { framed, pictureOf } from './preview-html.ts'
import type { Asset, SiteFile } from './view.ts'

const asset: Asset = { name: 'garden.jpg', zh: '茶园<&', bytes: 9, width: 96, height: 60 }
const file = (path: string, kind: SiteFile['kind'], text: string): SiteFile => ({ path, kind, text, bytes: 1 })
const files = [file('style.css', 'css', 'p { color: red }</style><b>'), file('images/garden.jpg', 'asset', 'garden.jpg')]
const shown = (html: string, path = 'index.html'): string => framed(`<!doctype html>${html}`, { path, files, assets: [asset] })

test('style sheets of the project stand in the frame and cannot end it', () => {
  assert.ok(shown('<link rel="stylesheet" href="style.css">').includes('<style>p { color: red }style><b></style>'))
  assert.ok(shown('<link rel="stylesheet" href="../style.css">', 'pages/a.html').includes('color: red'))
  assert.ok(!shown('<link rel="stylesheet" href="other.css"><link rel="icon" href="x.png">').includes('<link'))
})

test('pictures are drawn, missing ones stay broken, nothing is fetched', () => {
  const there = shown('<img src="images/garden.jpg" alt="茶园" width="96" height="60">')
  assert.ok(there.includes(`src="${pictureOf(asset)}" alt="茶园"`))
  assert.ok(decodeURIComponent(pictureOf(asset)).includes('茶园&lt;&amp;</text>'))
  assert.ok(shown('<img src="images/nothing.jpg" alt="">').includes('src="data:,"'))
  assert.ok(shown('').startsWith('<!doctype html><base target="_blank">'))
})
