import { posix } from 'node:path';
import { parseXml, type XmlElement } from './parse-xml.ts';

/**
 * Parses every part of an Office file. Faults: what is no XML, has no content type, is named and
 * missing, or stands twice.
 */
export function checkPackage(parts: Map<string, string>): {
  trees: Map<string, XmlElement>;
  faults: string[];
} {
  const faults: string[] = [];
  const trees = new Map<string, XmlElement>();
  for (const [name, xml] of parts) {
    if (/\.(?:png|jpe?g)$/.test(name)) continue;
    try {
      trees.set(name, parseXml(xml));
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : 'not XML'}`);
    }
  }
  faults.push(...findMissingTypes(parts, trees), ...findBadRelations(parts, trees));
  return { trees, faults };
}

function findMissingTypes(parts: Map<string, string>, trees: Map<string, XmlElement>): string[] {
  const types = trees.get('[Content_Types].xml')?.children ?? [];
  const endings = types.map(({ attributes }) => attributes.get('Extension')?.toLowerCase());
  const named = types.map(({ attributes }) => attributes.get('PartName'));
  return [
    ...[...parts.keys()].flatMap((name) =>
      name === '[Content_Types].xml' ||
      named.includes(`/${name}`) ||
      endings.includes(name.split('.').at(-1)?.toLowerCase())
        ? []
        : [`${name} has no content type`],
    ),
    ...named.flatMap((name) => (name && !parts.has(name.slice(1)) ? [`${name} is typed and missing`] : [])),
  ];
}

function findBadRelations(parts: Map<string, string>, trees: Map<string, XmlElement>): string[] {
  const faults: string[] = [];
  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue;
    const owner = posix.join(posix.dirname(name), '..', posix.basename(name, '.rels'));
    const ids = new Set<string>();
    for (const { attributes } of tree.children) {
      const id = attributes.get('Id') ?? '';
      if (ids.has(id)) faults.push(`${name}: ${id} twice`);
      ids.add(id);
      const target = attributes.get('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(owner), target);
      if (attributes.get('TargetMode') !== 'External' && !parts.has(path))
        faults.push(`${name}: ${target} is missing`);
    }
    for (const [, id = ''] of (parts.get(owner) ?? '').matchAll(/\sr:(?:id|embed)="([^"]+)"/g))
      if (!ids.has(id)) faults.push(`${owner}: relation ${id} is missing`);
  }
  return faults;
}
