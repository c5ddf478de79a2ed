import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { packageVersion } from '@hashsight/formats/version';
import type { FastifyInstance } from 'fastify';
import {
  createJsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { ServerSettings } from '../server-options.js';

const DESCRIPTION = `Tags images with hashtags. Send an image as the body, as the field \`image\` of a form, or in base64 in JSON.

    curl --data-binary @photo.jpg -H 'content-type: image/jpeg' http://127.0.0.1:8000/v1/tag`;

/** What clients are told about routes comes from the schemas that check requests: `/openapi.json`, and a page at `/docs`. */
export async function addDocumentation(
  app: FastifyInstance,
  { token }: Pick<ServerSettings, 'token'>,
): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const isGuarded = token !== undefined;
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Hashsight', version: packageVersion(), description: DESCRIPTION },
      ...(isGuarded && {
        components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
        security: [{ token: [] }],
      }),
    },
    transform,
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
  });
  app.get('/openapi.json', { config: { isPublic: true }, schema: { hide: true } }, async () => app.swagger());
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, isPublic: true };
    });
    await scope.register(swaggerUi, { routePrefix: '/docs', staticCSP: false });
  });
}

const transformPart = createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } });

/** The package's transformation knows bodies of one content type only. */
const transform: typeof transformPart = (document) => {
  const { schema } = document;
  const body = schema?.body as { readonly content?: Record<string, { schema: z.ZodType }> } | undefined;
  if (schema === undefined || body?.content === undefined) return transformPart(document);
  const { body: _, ...rest } = schema;
  const whole = transformPart({ ...document, schema: rest });
  const content = Object.fromEntries(
    Object.entries(body.content).map(([type, media]) => {
      const part = transformPart({ ...document, schema: { body: media.schema } });
      return [type, { schema: part.schema.body }];
    }),
  );
  return { ...whole, schema: { ...whole.schema, body: { content } } };
};

/** Every named schema is written for requests and for answers, whether there is such a request and answer or not. */
function withoutUnused<Document extends object>(document: Document): Document {
  const { components } = document as { readonly components?: { readonly schemas?: Record<string, unknown> } };
  const text = JSON.stringify(document);
  const used = Object.entries(components?.schemas ?? {}).filter(([name]) =>
    text.includes(`"#/components/schemas/${name}"`),
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries(used) } };
}
