import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import type { Response } from 'express';
import { projectRoot } from '../lib/project-root';
import { strictRead } from '../lib/strict-read';
import { asset } from './static-files';
import { layoutView } from './layout';
import { requestContext } from './request-context';
import type { ErrorSummary } from './form-view';

/** Every page by the name of its template, with what it needs. Features add theirs by declaration merging. */
export interface Views {}

/** What every page has. */
export interface PageModel {
  /** The `<title>` and, unless the page says otherwise, its `<h1>`. */
  readonly title: string;
  /** Errors of a form, shown first; makes the title begin with "Error:". */
  readonly errorSummary?: ErrorSummary | null;
  readonly breadcrumbs?: readonly { readonly text: string; readonly href: string }[];
  readonly description?: string;
  /** The collaborative whose colour marks the page. */
  readonly district?: string | null;
  /** `wide` for staff tables; pages for families keep a narrow column; a `screen` has no header and no footer. */
  readonly width?: 'narrow' | 'wide' | 'screen';
  /** Asked for again after so many seconds by browsers that run no script. */
  readonly refreshSeconds?: number;
  /** Not for search engines (anything private is `no-store` besides). */
  readonly unlisted?: boolean;
}

export const viewsDirectory = join(projectRoot, 'views');

const compiled = new Map<string, ejs.TemplateFunction>();

/** Renders a page in its layout and sends it. Render last: an error in the template goes to the error handler. */
export function renderPage<Name extends Extract<keyof Views, string>>(
  res: Response,
  view: Name,
  model: Views[Name] & PageModel,
  status = 200,
): void {
  const context = requestContext(res);
  const page = strictRead(model, view);
  const shared = { t: context.t, asset, csrfToken: context.csrfToken };
  const body = renderTemplate(view, { ...shared, page });
  const html = renderTemplate('layouts/page', { ...shared, body, layout: layoutView(res, model) });
  res.status(status).type('html').send(html);
}

/** Renders a template by name with its locals. Compiled once. */
export function renderTemplate(name: string, locals: Readonly<Record<string, unknown>>, options: ejs.Options = {}): string {
  const template = compiled.get(name) ?? compileTemplate(name, options);
  return template(locals);
}

function compileTemplate(name: string, options: ejs.Options): ejs.TemplateFunction {
  const filename = join(viewsDirectory, `${name}.ejs`);
  const settings = { filename, root: viewsDirectory, views: [viewsDirectory], cache: true, ...options };
  const template = ejs.compile(readFileSync(filename, 'utf8'), settings) as ejs.TemplateFunction;
  compiled.set(name, template);
  return template;
}
