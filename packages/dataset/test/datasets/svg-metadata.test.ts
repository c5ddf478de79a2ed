import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSvgMetadata } from '../../src/datasets/svg-metadata.js';

const svg = (metadata: string) =>
  `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ns "http://example">]><svg xmlns="http://www.w3.org/2000/svg">${metadata}<path/></svg>`;

test('subjects, the title of the work and its creator are read, not the titles of others', () => {
  const metadata = svg(`<metadata><rdf:RDF xmlns:cc="cc" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><cc:Work><dc:subject><rdf:Bag>
    <rdf:li>north  sea</rdf:li><rdf:li> salt &amp; pepper </rdf:li><rdf:li></rdf:li><rdf:li><![CDATA[a<b]]></rdf:li>
    </rdf:Bag></dc:subject><dc:publisher><cc:Agent><dc:title>A house</dc:title></cc:Agent></dc:publisher>
    <dc:creator><cc:Agent><dc:title>Ann</dc:title></cc:Agent></dc:creator><dc:title>The sea</dc:title>
    <dc:rights><cc:Agent><dc:title>Nobody</dc:title></cc:Agent></dc:rights></cc:Work></rdf:RDF></metadata>`);
  assert.deepEqual(readSvgMetadata(metadata), {
    subjects: ['north sea', 'salt & pepper', 'a<b'],
    title: 'The sea',
    creator: 'Ann',
  });
});

test('other prefixes, and prefixes declared on the root, mean the same', () => {
  const other = svg(`<metadata><r:RDF xmlns:d="http://purl.org/dc/elements/1.1/"
    xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><d:subject><r:Bag><r:li>sea</r:li></r:Bag></d:subject></r:RDF></metadata>`);
  const outside = svg(
    '<metadata><rdf:RDF><dc:subject><rdf:Bag><rdf:li>sea</rdf:li></rdf:Bag></dc:subject></rdf:RDF></metadata>',
  );
  assert.deepEqual(readSvgMetadata(other), { subjects: ['sea'] });
  assert.deepEqual(readSvgMetadata(outside), { subjects: ['sea'] });
});

test('a file without metadata has no subjects', () => {
  assert.deepEqual(readSvgMetadata(svg('')), { subjects: [] });
});
