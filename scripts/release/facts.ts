import { parse } from 'yaml';
import { z } from 'zod';

/** What a release is made from. */
export interface ReleaseFiles {
  readonly packageJson: string;
  readonly changelog: string;
  /** The kustomization that names the image. */
  readonly imageKustomization: string;
}

export interface ReleaseFacts {
  readonly version: string;
  readonly image: string;
  /** The section of the changelog, without its heading. */
  readonly notes: string;
}

const packageFile = z.object({ version: z.string() });
const kustomization = z.object({
  images: z.tuple([z.object({ newName: z.string(), newTag: z.string() })]),
});
const NOBODYS = 'registry.example.com';

/** The facts of the release that a tag asks for. Fails with everything that the files don't agree on. */
export function releaseFacts(tag: string, files: ReleaseFiles): ReleaseFacts {
  const { version } = packageFile.parse(JSON.parse(files.packageJson));
  const [image] = kustomization.parse(parse(files.imageKustomization)).images;
  const notes = sectionOf(files.changelog, version);
  const problems = [
    ...(tag === `v${version}` ? [] : [`the tag is ${tag}, package.json has version ${version}`]),
    ...(image.newTag === version
      ? []
      : [`deploy/image/kustomization.yaml has newTag ${image.newTag}, package.json ${version}`]),
    ...(image.newName.startsWith(NOBODYS)
      ? [`${NOBODYS} is nobody’s: set newName in deploy/image/kustomization.yaml to your registry`]
      : []),
    ...(notes === undefined ? [`CHANGELOG.md has no section [${version}] with a date`] : []),
  ];
  if (problems.length > 0 || notes === undefined) throw new Error(problems.join('\n'));
  return { version, image: image.newName, notes };
}

/** https://keepachangelog.com/en/1.1.0/ */
function sectionOf(changelog: string, version: string): string | undefined {
  const section = changelog
    .split(/^## /mu)
    .find((text) => text.startsWith(`[${version}] - `) && /^.* - \d{4}-\d{2}-\d{2}\n/.test(text));
  return section?.slice(section.indexOf('\n')).trim();
}
