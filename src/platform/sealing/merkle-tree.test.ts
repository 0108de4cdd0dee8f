import assert from 'node:assert/strict'
import { test } from 'node:test'
import { consistencyProof, inclusionProof, isConsistent, isIncluded, leafHash, rootOf } from './merkle-tree.ts'

/** The leaves and roots with which implementations of Certificate Transparency are compared. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const hashes = LEAVES.map(leaf => leafHash(Buffer.from(leaf, 'hex')))
const many = Array.from({ length: 33 }, (_, n) => leafHash(`leaf ${n}`))

test('the published roots come out, that of no leaves included', () => {
  assert.equal(rootOf([]).toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  for (const [n, root] of ROOTS.entries()) assert.equal(rootOf(hashes.slice(0, n + 1)).toString('hex'), root)
})

test('every leaf of every size is proved, and at no other place, for no other leaf, in no other tree', () => {
  for (let size = 1; size <= many.length; size++) {
    const leaves = many.slice(0, size)
    const root = rootOf(leaves)
    for (const [place, leaf] of leaves.entries()) {
      const claim = { leaf, place, size, proof: inclusionProof(leaves, place) }
      assert.ok(isIncluded(claim, root), `${place} of ${size}`)
      assert.equal(isIncluded({ ...claim, leaf: leafHash('other') }, root), false)
      assert.equal(isIncluded(claim, leafHash('other')), false)
      assert.equal(isIncluded({ ...claim, proof: [...claim.proof, leaf] }, root), false)
      for (const other of [place - 1, place + 1, size]) assert.equal(isIncluded({ ...claim, place: other }, root), false)
      if (size > 1) assert.equal(isIncluded({ ...claim, proof: claim.proof.slice(1) }, root), false)
    }
  }
})

test('every earlier state of every tree is proved, and no tree whose past was changed', () => {
  for (let newer = 1; newer <= many.length; newer++)
    for (let older = 1; older <= newer; older++) {
      const leaves = many.slice(0, newer)
      const proof = consistencyProof(leaves, older)
      const trees = { older, olderRoot: rootOf(leaves.slice(0, older)), newer, newerRoot: rootOf(leaves) }
      assert.ok(isConsistent(trees, proof), `${older} of ${newer}`)
      const forged = rootOf(leaves.with(0, leafHash('forged')).slice(0, older))
      assert.equal(isConsistent({ ...trees, olderRoot: forged }, proof), false)
      assert.equal(isConsistent({ ...trees, newerRoot: leafHash('forged') }, proof), false)
      assert.equal(isConsistent(trees, [...proof, leafHash('more')]), false)
    }
})

test('a leaf is never a node', () => {
  const [a, b] = [leafHash('a'), leafHash('b')]
  assert.notDeepEqual(leafHash(Buffer.concat([a, b])), rootOf([a, b]))
})

test('places that are not there are bugs', () => {
  assert.throws(() => inclusionProof(many, 33), RangeError)
  assert.throws(() => consistencyProof(many, 0), RangeError)
})
