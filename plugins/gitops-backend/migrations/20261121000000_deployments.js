// @ts-check

/**
 * Times are ISO 8601 texts in UTC with milliseconds: the same on every database, and in the order of time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('applications', table => {
    table.comment('The Applications whose deployments are recorded');
    table.string('id', 32).primary();
    table.text('instance').notNullable();
    table.text('uid').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.text('project').notNullable();
    table.text('environment').notNullable();
    table.text('cluster').notNullable();
    table.string('created_at', 24);
    table.string('first_seen_at', 24).notNullable();
    table.string('seen_at', 24).notNullable();
    table.string('removed_at', 24);
    table.index(['instance', 'namespace', 'name'], 'applications_name_idx');
  });

  await knex.schema.createTable('deployments', table => {
    table.comment('What the histories of Applications had, kept');
    table.string('application_id', 32).notNullable();
    table.integer('history_id').notNullable();
    table.primary(['application_id', 'history_id']);
    table.string('id', 32).notNullable().unique();
    table.string('deployed_at', 24).notNullable();
    table.string('started_at', 24);
    table.text('initiated_by');
    table.text('requested_by');
    table.text('revisions').notNullable();
    table.text('charts').notNullable();
    table.text('revision');
    table.text('live_images');
    table.string('live_images_at', 24);
    table.text('rollout_images');
    table.string('rollout_images_at', 24);
    table.text('git_images');
    table.text('source_revision');
    table.string('committed_at', 24);
    table
      .string('landed_claimed_at', 24)
      .comment('When a replica took it upon itself to tell of it');
    table
      .string('changed_at', 24)
      .comment('When a replica learned more of it from Git');
    table.string('changed_by', 36);
    table.index(['changed_at'], 'deployments_changed_idx');
    table.index(
      ['application_id', 'deployed_at'],
      'deployments_application_time_idx',
    );
    table.index(['deployed_at'], 'deployments_time_idx');
    table.index(['source_revision'], 'deployments_source_idx');
  });

  await knex.schema.createTable('health', table => {
    table.comment('When the health of Applications became what');
    table.string('application_id', 32).notNullable();
    table.integer('history_id').notNullable();
    table.string('since', 24).notNullable();
    table.string('health', 32).notNullable();
    table.primary(['application_id', 'history_id', 'since', 'health']);
    table.boolean('synced').notNullable();
    table.string('seen_at', 24).notNullable();
    table
      .string('claimed_at', 24)
      .comment('When a replica took it upon itself to tell of it');
    table.index(['application_id', 'since'], 'health_application_time_idx');
  });

  await knex.schema.createTable('watches', table => {
    table.comment('When instances were watched: what is between is not known');
    table.string('id', 36).primary();
    table.text('instance').notNullable();
    table.string('from_at', 24).notNullable();
    table.string('until_at', 24).notNullable();
    table.index(['instance', 'until_at'], 'watches_instance_time_idx');
  });

  await knex.schema.createTable('secret_versions', table => {
    table.comment('The versions that secrets were seen to have; no values');
    table.string('id', 32).primary();
    table.string('secret_id', 32).notNullable();
    table.text('entity_ref').notNullable();
    table.text('environment').notNullable();
    table.text('server').notNullable();
    table.integer('version').notNullable();
    table.string('created_at', 24).notNullable();
    table.index(['entity_ref', 'created_at'], 'secret_versions_entity_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'secret_versions',
    'watches',
    'health',
    'deployments',
    'applications',
  ]) {
    await knex.schema.dropTable(table);
  }
};
