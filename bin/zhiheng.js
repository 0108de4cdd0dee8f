#!/usr/bin/env node
/** The installed command: the product's verbs and nothing of the workshop. */
import process from 'node:process'
import { launchProduct } from './launch.js'

const [verb = 'help', ...args] = process.argv.slice(2)
launchProduct(verb, args)
