// Secrets, which the app reads through references: they stand in none of its settings.

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Region.')
param location string

@description('Days after which a deleted secret is gone for good.')
@minValue(7)
@maxValue(90)
param retentionDays int

@description('Principal id of the identity of the app, which may read the secrets.')
param principalId string

@description('Secrets by their names in the environment.')
@secure()
param secrets object

@description('Names of the entries of secrets.')
param secretNames array

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: retentionDays
  }
}

// Names in a vault have no underscore.
resource entries 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = [for entry in secretNames: {
  parent: vault
  name: replace(entry, '_', '-')
  properties: {
    value: secrets[entry]
  }
}]

resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

@description('Name of the vault.')
output vaultName string = vault.name

@description('Where each secret lies, without its version, so that a new one is found: { name, uri }.')
output secretUris array = [for entry in secretNames: {
  name: entry
  uri: '${vault.properties.vaultUri}secrets/${replace(entry, '_', '-')}'
}]
